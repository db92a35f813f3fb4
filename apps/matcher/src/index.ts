export { createMatcher, type Matcher, type MatcherOptions } from './create-matcher';
export { type ReadDocument, toMatchDocument } from './documents/match-document';
export { readSettings, type Settings, SettingsError } from './settings/settings';
