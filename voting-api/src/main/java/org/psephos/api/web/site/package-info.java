/**
 * Pages about the service and the list of elections. Not here: pages of one election. Start with
 * {@link org.psephos.api.web.site.HelpResource}.
 */
package org.psephos.api.web.site;
