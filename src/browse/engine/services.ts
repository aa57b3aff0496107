import { recordServices } from './record.ts'
import { tableServices } from './tables.ts'

/** Everything that a page can ask of the engine, by name. Each takes and gives plain data, and throws `KritinfoError`. */
export const services = {
  ...tableServices,
  ...recordServices,
}

export type Services = typeof services
