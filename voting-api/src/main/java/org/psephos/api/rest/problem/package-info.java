/**
 * Refusals and failures as problem details (RFC 9457).
 *
 * <p>Not here: the reasons. Start with {@link org.psephos.api.rest.problem.Problems}.
 */
package org.psephos.api.rest.problem;
