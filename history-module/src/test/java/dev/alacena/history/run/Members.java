package dev.alacena.history.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The processes of the application. */
final class Members implements AutoCloseable {
    private final List<Member> all = new ArrayList<>();
    private boolean slow;

    Members(Plan plan, Launch launch) throws IOException {
        try {
            for (int number = 0; number < plan.load().processes(); number++) {
                all.add(new Member(number, launch, launch.servers().link()));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    List<Member> all() {
        return all;
    }

    long operations() {
        return all.stream().mapToLong(Member::operations).sum();
    }

    /** Tells all a word, and waits until each has answered with another. */
    void command(String word, String answer) throws IOException {
        for (Member member : all) {
            member.say(word);
        }
        for (Member member : all) {
            member.await(answer);
        }
    }

    /** There have been enough calls: from now on there are few. */
    void slowDown() throws IOException {
        if (!slow) {
            slow = true;
            tell("slow");
        }
    }

    void tell(String word) throws IOException {
        for (Member member : all) {
            member.say(word);
        }
    }

    @Override
    public void close() throws IOException {
        for (Member member : all) {
            member.close();
        }
    }
}
