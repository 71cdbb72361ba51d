package dev.alacena.web.jwt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** Has the server verify its tokens. */
@ApplicationPath("/")
@ApplicationScoped // or Payara does not see it
@LoginConfig(authMethod = "MP-JWT")
public class JwtApplication extends Application {}
