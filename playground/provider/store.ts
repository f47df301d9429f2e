type Payload = Record<string, unknown> & { grantId?: string; uid?: string; userCode?: string };

const limit = 2_000;

/**
 * oidc-provider's storage, in memory. It forgets the oldest entries and, when told, all sessions.
 */
export class Store {
  readonly #entries = new Map<string, Payload>();

  /** The adapter of one model, as oidc-provider requires it. */
  adapter(model: string) {
    const entries = this.#entries;
    const key = (id: string) => `${model}:${id}`;
    const findBy = (member: 'uid' | 'userCode', value: string) =>
      [...entries].find(([name, it]) => name.startsWith(`${model}:`) && it[member] === value)?.[1];
    return {
      upsert: async (id: string, payload: Payload) => {
        entries.delete(key(id));
        entries.set(key(id), payload);
        this.#trim();
      },
      find: async (id: string) => entries.get(key(id)),
      findByUid: async (uid: string) => findBy('uid', uid),
      findByUserCode: async (userCode: string) => findBy('userCode', userCode),
      destroy: async (id: string) => {
        entries.delete(key(id));
      },
      consume: async (id: string) => {
        const payload = entries.get(key(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      revokeByGrantId: async (grantId: string) => {
        for (const [name, it] of entries) if (it.grantId === grantId) entries.delete(name);
      },
    };
  }

  forgetSessions(): void {
    for (const name of this.#entries.keys()) {
      if (name.startsWith('Session:')) this.#entries.delete(name);
    }
  }

  #trim(): void {
    for (const name of this.#entries.keys()) {
      if (this.#entries.size <= limit) return;
      this.#entries.delete(name);
    }
  }
}
