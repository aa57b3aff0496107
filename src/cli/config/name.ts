/** The config file that is read if it lies in the working directory. */
export const configName = 'kritinfo.config.json'
