package dev.alacena.web.auth;

import dev.alacena.api.limit.ClientAddress;
import dev.alacena.api.security.SessionOrigin;
import dev.alacena.domain.login.Caller;
import dev.alacena.web.audit.Audit;
import dev.alacena.web.http.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

/** Who makes this request, and from where. */
