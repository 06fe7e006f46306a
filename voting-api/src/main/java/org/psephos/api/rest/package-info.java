/**
 * The HTTP interface: one resource for each noun, described in docs/api/openapi.yaml.
 *
 * <p>Not here: rules and storage. Start with {@link org.psephos.api.rest.ElectionsResource}.
 */
package org.psephos.api.rest;
