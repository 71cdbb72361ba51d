package dev.alacena.web.it;

import java.io.File;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What is deployed. */
final class Wars {

    private Wars() {}

    /** The WAR as it was built. */
    static WebArchive alacena() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(Backends.property("it.war")));
    }

    /** The WAR with the tests and their beans in it, for tests that run inside. */
    static WebArchive withTests() {
        return alacena().addPackages(true, Wars.class.getPackage()).addAsLibrary(jar(Assertions.class));
    }

    private static File jar(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
