package dev.alacena.history.run;

import dev.alacena.history.event.Node;
import dev.alacena.history.nemesis.Proxy;
import dev.alacena.history.nemesis.Victim;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A process of the application, through its lives. Thread-safe where two threads meet: the nemesis and the run. */
final class Member implements Victim, AutoCloseable {
    private static final int START_SECONDS = 300;
    private static final int ANSWER_SECONDS = 300;

    private final int number;
    private final Launch launch;
    private final Proxy link;
    private int lives;
    private Process process;
    private Writer input;
    private BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private volatile long earlier;
    private volatile AtomicLong operations = new AtomicLong();
    private boolean slow;

    Member(int number, Launch launch, Proxy link) throws IOException {
        this.number = number;
        this.launch = launch;
        this.link = link;
        begin();
    }

    private synchronized void begin() throws IOException {
        long before = System.nanoTime();
        Node node = new Node(number, lives++);
        File log = launch.log(node);
        process = new ProcessBuilder(launch.command(node, link))
                .redirectError(Redirect.appendTo(log))
                .start();
        launch.guard().began(process.pid());
        input = process.outputWriter(StandardCharsets.UTF_8);
        answers = new LinkedBlockingQueue<>();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        BlockingQueue<String> told = answers;
        AtomicLong done = new AtomicLong();
        operations = done;
        Thread listener = new Thread(() -> listen(output, told, done), "listener-" + node);
        listener.setDaemon(true);
        listener.start();
        String ready = await("ready", START_SECONDS);
        long clock = Long.parseLong(ready.split(" ", 2)[1]);
        if (clock - before < 0 || System.nanoTime() - clock < 0) {
            throw new IOException("the clocks of this host's processes differ: histories cannot be compared");
        }
        if (slow) {
            say("slow");
        }
    }

    private static void listen(BufferedReader output, BlockingQueue<String> to, AtomicLong done) {
        output.lines().forEach(line -> {
            if (line.startsWith("operations ")) {
                done.set(Long.parseLong(line.substring("operations ".length())));
            } else {
                to.add(line);
            }
        });
        to.add("no more: its output has ended");
    }

    /** Waits for an answer that begins with the word. */
    String await(String word) throws IOException {
        return await(word, ANSWER_SECONDS);
    }

    private String await(String word, int seconds) throws IOException {
        try {
            String answer = answers.poll(seconds, TimeUnit.SECONDS);
            if (answer == null || !answer.startsWith(word)) {
                throw new IOException(
                        "p%d said %s instead of %s; see %s".formatted(number, answer, word, launch.directory()));
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    synchronized void say(String word) throws IOException {
        slow |= word.equals("slow");
        input.write(word + "\n");
        input.flush();
    }

    /** Calls of all its lives, as far as it told. */
    long operations() {
        return earlier + operations.get();
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Proxy link() {
        return link;
    }

    @Override
    public synchronized void kill() throws IOException {
        Signal.end(process);
        launch.guard().ended(process.pid());
        earlier += operations.getAndSet(0);
    }

    @Override
    public void restart() throws IOException {
        begin();
    }

    @Override
    public void pause() throws IOException {
        Signal.STOP.send(process);
    }

    @Override
    public void resume() throws IOException {
        Signal.CONT.send(process);
    }

    @Override
    public void close() throws IOException {
        kill();
        link.close();
    }
}
