/**
 * What operators watch: health and figures.
 *
 * <p>Not here: the operator's audit log, which belongs to the acts themselves. Start with {@link
 * org.psephos.api.operations.BoardHealth}.
 */
package org.psephos.api.operations;
