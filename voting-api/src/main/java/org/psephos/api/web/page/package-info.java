/**
 * What all pages have in common: languages and messages, the frame around a page, scripts and
 * style, and the headers that keep browsers strict. Not here: any page about anything.
 *
 * <p><b>To add a page:</b>
 *
 * <ol>
 *   <li>A resource class under {@code org.psephos.api.web}, each method with {@code @Access}. It
 *       calls the same classes as the interface does and holds no rule about elections.
 *   <li>A template under {@code templates/}, and for it a record in the resource class, so that the
 *       build checks every expression: {@code @CheckedTemplate(basePath = "site", defaultName =
 *       CheckedTemplate.HYPHENATED_ELEMENT_NAME) record Help(Page page) implements TemplateInstance
 *       {}}.
 *   <li>{@code Page page = pages.begin(Bundle.SITE); return pages.show(page, new Help(page));} A
 *       page of somebody who is logged in is shown with a status, and is not kept by browsers.
 *   <li>The template begins with <code>{#include layout}{#title}…{/title}</code>; the title is its
 *       only h1, too. Pages of an election include {@code election} in its place.
 *   <li>Words come from {@code web/messages/<bundle>/<language>.json}, in every language of the
 *       bundle: <code>{page.say('key', 'name', value)}</code>, with links <code>{page.rich('key',
 *       'link', href)}</code>. Keys are written out, never put together; what depends on a value is
 *       a {@code select} in the message, and an enum its argument.
 *   <li>Text of others is shown by <code>{#foreign text /}</code> (a {@link
 *       org.psephos.api.web.page.ForeignText}); as an argument of a message it is isolated anyway.
 *       Addresses go through <code>{page.link('/help')}</code>, times through <code>{#moment page
 *       at=seconds /}</code>, numbers through <code>{page.number(n)}</code>.
 *   <li>No script, style or handler stands in a template, and none is needed to read the page.
 * </ol>
 *
 * {@code PagesTest} finds the page by itself and looks at its headers, languages and texts.
 */
package org.psephos.api.web.page;
