package dev.alacena.cache.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text with placeholders, understood and checked once, against the names of one method. */
final class Template {
    private static final String SEPARATORS = ":/|,;=&#";

    private final String place;
    private final String text;
    private final Problems problems;

    Template(String place, String text, Problems problems) {
        this.place = place;
        this.text = text;
        this.problems = problems;
    }

    /** A piece of a template: literal text, or the path of a placeholder. */
    record Piece(@Nullable String literal, String path) {}

    /** The recipe; null when there was a problem, which is noted. */
    @Nullable
    Recipe compile(Scope scope) {
        List<Piece> pieces = pieces();
        if (pieces.isEmpty() || !separated(pieces)) {
            return null;
        }
        List<Function<Invocation, String>> parts = new ArrayList<>();
        boolean needsResult = false;
        for (Piece piece : pieces) {
            Function<Invocation, String> part = part(piece, scope);
            if (part == null) {
                return null;
            }
            needsResult |= piece.literal() == null && scope.noResult() == null && reads(piece);
            parts.add(part);
        }
        return new Recipe(needsResult, true, joined(List.copyOf(parts)));
    }

    private static Function<Invocation, String> joined(List<Function<Invocation, String>> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : call -> {
                    StringBuilder text = new StringBuilder();
                    for (Function<Invocation, String> part : parts) {
                        text.append(part.apply(call));
                    }
                    return text.toString();
                };
    }

    /** The same text with the type in the place of each placeholder: what two templates of one cache have in common. */
    String skeleton(Scope scope, boolean typed) {
        return pieces().stream()
                .map(piece ->
                        piece.literal() != null ? piece.literal() : "{" + (typed ? typeOf(piece, scope) : "") + "}")
                .collect(Collectors.joining());
    }

    private static boolean reads(Piece piece) {
        return piece.path().equals(Scope.RESULT) || piece.path().startsWith(Scope.RESULT + ".");
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = text.indexOf('}', at);
            if (open < 0 && close < 0) {
                pieces.add(new Piece(text.substring(at), ""));
                return pieces;
            }
            if (open < 0 || close < open || close == open + 1 || text.lastIndexOf('{', close) != open) {
                problems.malformed(place, text, "has a brace too many or too few, or an empty placeholder");
                return List.of();
            }
            if (open > at) {
                pieces.add(new Piece(text.substring(at, open), ""));
            }
            pieces.add(new Piece(null, text.substring(open + 1, close).strip()));
            at = close + 1;
        }
        if (pieces.isEmpty()) {
            problems.malformed(place, text, "is empty");
        }
        return pieces;
    }

    private boolean separated(List<Piece> pieces) {
        String last = null;
        boolean separator = true;
        for (Piece piece : pieces) {
            String literal = piece.literal();
            if (literal != null) {
                separator |= literal.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0);
                continue;
            }
            if (!separator && last != null) {
                problems.unseparated(place, text, last, piece.path());
                return false;
            }
            last = piece.path();
            separator = false;
        }
        return true;
    }

    private @Nullable Function<Invocation, String> part(Piece piece, Scope scope) {
        String literal = piece.literal();
        if (literal != null) {
            return call -> literal;
        }
        Scope.Source source = source(piece, scope);
        if (source == null) {
            return null;
        }
        if (!KeyTypes.possible(source.type())) {
            problems.unusableInKey(place, "{" + piece.path() + "}", source.type());
            return null;
        }
        String name = "{" + piece.path() + "}";
        if (problems.secretsInKey(place, name, scope.secrets(source, name))) {
            return null;
        }
        boolean scalar = KeyTypes.scalar(source.type());
        return call -> {
            Object value = source.value().apply(call);
            return scalar ? KeyText.plain(value) : KeyText.tagged(value);
        };
    }

    private Scope.@Nullable Source source(Piece piece, Scope scope) {
        String[] names = piece.path().split("\\.", -1);
        if (names[0].equals(Scope.RESULT)
                && scope.noResult() != null
                && !scope.parameters().containsKey(names[0])) {
            problems.noResult(place, text, scope.noResult());
            return null;
        }
        Scope.Source source = scope.source(names[0]).orElse(null);
        if (source == null) {
            problems.unknownName(place, text, names[0], scope.parameters().keySet());
            return null;
        }
        for (int i = 1; i < names.length; i++) {
            Accessor accessor = Accessor.of(source.type(), names[i]).orElse(null);
            if (accessor == null) {
                problems.unknownProperty(place, text, names[i], source.type());
                return null;
            }
            source = through(source, accessor, scope.secret(source, names[i]));
        }
        return source;
    }

    private static Scope.Source through(Scope.Source source, Accessor accessor, boolean marked) {
        return new Scope.Source(accessor.declared(source.type()), marked, call -> {
            Object target = source.value().apply(call);
            return target == null ? null : accessor.read(target);
        });
    }

    private String typeOf(Piece piece, Scope scope) {
        Scope.Source source = source(piece, scope);
        return source == null ? "" : Generics.boxed(source.type()).getTypeName();
    }
}
