/**
 * Who is logged in on pages, and that what they send comes from our own pages. Not here: what pages
 * show, and the rules of roles and phases ({@link org.psephos.api.access.Access}). Start with
 * {@link org.psephos.api.web.session.PageFilter}.
 *
 * <p><b>For whoever writes pages.</b> A resource class anywhere under {@code org.psephos.api.web}
 * is a page. Each method carries {@code @Access}, as in the interface; without it nobody gets in.
 *
 * <ul>
 *   <li>With roles, somebody who is not logged in is sent to {@code /console/login} and comes back
 *       afterwards; the wrong role or phase is refused. The method gets its {@code Caller} and the
 *       token for its forms by {@code PageSession.of(request)}, request being the {@code
 *       ContainerRequestContext}. The {@code Authorization} header counts for nothing on pages, the
 *       cookie for nothing in the interface.
 *   <li>Whatever is not GET, HEAD or OPTIONS must come from our own pages (Sec-Fetch-Site, else
 *       Origin), and with roles its form must carry the session's token: {@code <input
 *       type="hidden" name="form-token" value="{session.formToken}">}. Both are checked before the
 *       method runs. Such a request has a Content-Length of at most 4 MiB (16 KiB without a
 *       session), and no field of more than {@code quarkus.http.limits.max-form-attribute-size}.
 *       GET changes nothing, ever.
 *   <li>Pages with forms answer with {@code Referrer-Policy: same-origin}: under {@code
 *       no-referrer} a browser says {@code Origin: null}, and one without Sec-Fetch-Site, or over
 *       plain HTTP, could not send a form at all. After a POST that worked answer 303.
 *   <li>Answers of a session get {@code Cache-Control: no-store} unless they say something else.
 *   <li>What a method throws is shown by the one {@link org.psephos.api.rest.problem.RefusalPage},
 *       the log-in form by the one {@link org.psephos.api.web.session.LogInPage}: an
 *       {@code @ApplicationScoped} bean of yours takes the place of the plain ones here.
 *   <li>The form posts {@code name}, {@code password}, {@code new-password} (empty if it is not to
 *       change) and {@code next} to {@code /console/login}; who is in posts {@code form-token} to
 *       {@code /console/logout}.
 * </ul>
 *
 * <p>Why it is so: docs/adr/0019-sessions-of-pages.md.
 */
package org.psephos.api.web.session;
