/** Names under which Nest knows what has no class of its own. */
export const REFERENTIEL = Symbol('référentiel');
export const LOGGER = Symbol('logger');
