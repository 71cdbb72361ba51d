package dev.alacena.web.it;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What is deployed. */
final class Wars {

    private Wars() {}

    /** The WAR as it was built. */
    static WebArchive alacena() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(Backends.property("it.war")));
    }
}
