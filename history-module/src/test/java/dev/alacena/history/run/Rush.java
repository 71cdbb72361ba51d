package dev.alacena.history.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Many callers of one cold row at the same moment, over several processes. What it starts ends with it. */
public final class Rush {
    private final Plan plan;

    /**
     * What came of it.
     *
     * @param answers callers that got one
     * @param loads how often somebody loaded
     */
    public record Result(int answers, int loads) {}

    public Rush(Plan plan) {
        this.plan = plan;
    }

    /** So many callers in each process. */
    public Result make(int callers) throws Exception {
        Directories.empty(plan.directory());
        try (Guard guard = new Guard();
                Postgres postgres = new Postgres(plan.directory(), guard);
                Servers servers = plan.servers().start(plan.directory(), guard);
                Members members = new Members(plan, new Launch(plan, servers, postgres.url(), guard))) {
            members.command("gather " + callers, "gathered");
            members.tell("rush");
            return sum(members);
        }
    }

    private static Result sum(Members members) throws IOException {
        List<String[]> told = new ArrayList<>();
        for (Member member : members.all()) {
            String answer = member.await("rushed");
            if (answer.contains("stuck")) {
                throw new IOException("p%d %s".formatted(member.number(), answer));
            }
            told.add(answer.split(" ", -1));
        }
        return new Result(
                told.stream().mapToInt(one -> Integer.parseInt(one[1])).sum(),
                told.stream().mapToInt(one -> Integer.parseInt(one[2])).sum());
    }
}
