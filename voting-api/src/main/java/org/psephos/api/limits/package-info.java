/**
 * How much one stranger may ask of the service, without letting a stranger lock a voter out.
 *
 * <p>Not here: sizes of bodies. Start with {@link org.psephos.api.limits.CastingLimits}.
 */
package org.psephos.api.limits;
