import { overviewServices } from './overview.ts'
import { recordServices } from './record.ts'
import { tableServices } from './tables.ts'
import { versionServices } from './versions.ts'

/** Everything that a page can ask of the engine, by name. Each takes and gives plain data, and throws `KritinfoError`. */
export const services = {
  ...overviewServices,
  ...tableServices,
  ...recordServices,
  ...versionServices,
}

export type Services = typeof services
