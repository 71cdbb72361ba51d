package dev.alacena.launcher;

import dev.alacena.launcher.load.Load;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * {@code mvn -Pload}: starts a node with caches and one without, on one Redis and one PostgreSQL with the demo data, puts the
 * same load on both by turns, and says what the caches are worth.
 */
public final class LoadLauncher {

    private static final Node.Setup CACHED = new Node.Setup(Map.of(), List.of("-XX:TieredStopAtLevel=4"));
    private static final Node.Setup UNCACHED = new Node.Setup(Map.of("ALACENA_ENABLED", "false"), CACHED.java());

    private LoadLauncher() {}

    /** Takes the arguments of {@link Launcher}, and {@code warmup=}, {@code rounds=} and {@code seconds=}; ends with 1 after a failure. */
    public static void main(String... arguments) {
        Console console = Console.standard();
        try {
            Options options = Options.parse(arguments);
            Deployment deployment = new Deployment(options, console);
            Runtime.getRuntime().addShutdownHook(new Thread(deployment::close, "stop"));
            try (deployment) {
                run(deployment, options, Load.Length.of(arguments), console);
            }
            System.exit(0);
        } catch (LaunchFailure | IOException | SQLException | IllegalArgumentException e) {
            console.fail(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            console.fail("it was stopped");
        }
        System.exit(1);
    }

    private static void run(Deployment deployment, Options options, Load.Length length, Console console)
            throws LaunchFailure, IOException, SQLException, InterruptedException {
        Database database = deployment.startServices();
        Node cached = deployment.startNode(options.port(), CACHED);
        Node uncached = deployment.startNode(options.port() + 1, UNCACHED);
        deployment.awaitReady(cached);
        deployment.awaitReady(uncached);
        DemoPassword password = DemoPassword.of(options);
        deployment.loadDemoData(database, password);
        Load load = new Load(cached.uri(), uncached.uri(), database.dataSource(), console::say);
        load.login(password.text());
        load.run(length);
    }
}
