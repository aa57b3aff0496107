import fc from 'fast-check'

/**
 * Property tests draw the same documents every time, so that a change is what makes them fail. To look further,
 * `KRITINFO_SEED=<number>` draws others and `KRITINFO_RUNS=<number>` more of them.
 */
fc.configureGlobal({ seed: Number(process.env.KRITINFO_SEED ?? 20_261_122) })
