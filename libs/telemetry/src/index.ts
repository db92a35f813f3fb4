export { type CheckResult, Health, type HealthCheck, type HealthReport } from './health';
export { createLogger, LOG_LEVELS, type LogFields, type Logger, type LoggerOptions, type LogLevel } from './logger';
export { type Counter, type Duration, type Labels, Metrics, type Reading } from './metrics';
