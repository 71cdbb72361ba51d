package dev.alacena.launcher;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The command line: starts everything, serves until it is told to stop, and leaves nothing running. */
public final class Launcher {

    /** After Ctrl-C the parts die too, and perhaps sooner than this process has noticed. */
    private static final Duration DOUBT = Duration.ofSeconds(1);

    private final Console console;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private Launcher(Console console) {
        this.console = console;
    }

    /** Takes {@code name=value} arguments; see {@code Options}. Ends the JVM, with 1 if it could not serve. */
    public static void main(String... arguments) {
        new Launcher(Console.standard()).run(arguments);
        System.exit(1);
    }

    /** Returns only when it cannot serve any more. */
    private void run(String... arguments) {
        try {
            Options options = Options.parse(arguments);
            Deployment deployment = new Deployment(options, console);
            Thread starter = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(deployment, starter), "stop"));
            console.say("Alacena on %s, %d node(s)".formatted(options.server().title(), options.nodes()));
            List<Node> nodes = deployment.start();
            console.say("Alacena is ready: " + nodes.get(0).uri());
            fail(deployment.awaitDeath().obituary());
        } catch (LaunchFailure e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private void stop(Deployment deployment, Thread starter) {
        stopping.countDown();
        // what is being started may wait long for something that Ctrl-C has ended as well
        starter.interrupt();
        boolean started = deployment.isStarted();
        if (started) {
            console.say("Alacena is stopping");
        }
        deployment.close();
        if (started) {
            console.say("Alacena has stopped");
        }
    }

    private void fail(String message) {
        try {
            if (!stopping.await(DOUBT.toMillis(), TimeUnit.MILLISECONDS)) {
                console.fail(message);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
