/**
 * Who may do what: roles, bearer tokens and the annotation that every operation carries.
 *
 * <p>Not here: what the operations do. Start with {@link org.psephos.api.access.Access}.
 */
package org.psephos.api.access;
