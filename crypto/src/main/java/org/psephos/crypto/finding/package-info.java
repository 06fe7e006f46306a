/**
 * What an inspection of public values found, as values and not as exceptions, so that one run can
 * name everything that is wrong. Not here: reading bytes (see {@code codec}), verdicts on a whole
 * election. Start with {@link org.psephos.crypto.finding.Inspection}.
 */
package org.psephos.crypto.finding;
