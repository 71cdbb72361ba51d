package dev.alacena.web.it;

import java.io.File;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What is deployed. */
final class Wars {

    /** What {@code alacena-domain} brings along, and {@code alacena-cache} does not. */
    private static final String OF_THE_DOMAIN =
            "alacena-domain|agroal|antlr4|classmate|flyway|hibernate|jandex|jboss-logging|jose4j|postgresql";

    private Wars() {}

    /** The WAR as it was built. */
    static WebArchive alacena() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(Backends.property("it.war")));
    }

    /** The WAR with the tests and their beans in it, for tests that run inside. */
    static WebArchive withTests() {
        return alacena().addPackages(true, Wars.class.getPackage()).addAsLibrary(jar(Assertions.class));
    }

    /** Nothing but the library and what it takes, as an application would have it that is not ours. */
    static WebArchive withTheLibraryAlone() {
        WebArchive ours = alacena();
        WebArchive war = ShrinkWrap.create(WebArchive.class, "library.war");
        Map<ArchivePath, Node> kept = ours.getContent(Filters.include(
                "/WEB-INF/(lib/(?!%s).*\\.jar|beans.xml|jboss-.*\\.xml|payara-web\\.xml)".formatted(OF_THE_DOMAIN)));
        kept.forEach((path, node) -> war.add(node.getAsset(), path));
        return war;
    }

    private static File jar(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
