/**
 * Reads the definition of an election as an official writes it, JSON or YAML, and finds everything
 * that is wrong with it before the service sees it.
 *
 * <p>Start with {@link org.psephos.tally.definition.Definition}.
 */
package org.psephos.tally.definition;
