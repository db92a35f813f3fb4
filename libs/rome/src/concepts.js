'use strict';
/**
 * What the référentiel holds, as it stands in memory. Terms of art stay French, as in ROME 4.0 itself.
 * Every `index` is the position of the entry in the corresponding list of the référentiel, dense from 0 and stable for
 * one compiled file, so that vectors and postings can be plain typed arrays.
 */
Object.defineProperty(exports, '__esModule', { value: true });
