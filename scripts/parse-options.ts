import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './exit-on-fault.ts';

/**
 * Parses the arguments of this command.
 * @param usage how it is called
 * @throws {UsageError} for an unknown option or a missing value, with the usage
 */
export function parseOptions<Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`);
  }
}
