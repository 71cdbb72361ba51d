package dev.alacena.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** An address has one spelling. */
class EmailTest {

    @Test
    void spellingsOfOneAddressAreEqual() {
        assertThat(new Email(" Ana.Maria+x@Example.COM\t")).isEqualTo(new Email("ana.maria+x@example.com"));
    }

    @Test
    void whatIsNoAddressIsRefused() {
        for (String text :
                new String[] {"", "ana", "@", "ana@", "@b.c", "a b@c.d", "a@b@c", "a@-b.c", "é@b.c", "a\0@b.c"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Email(text));
        }
    }

    @Test
    void anAddressOf254CharactersIsTheLongest() {
        String domain = ("b".repeat(63) + ".").repeat(2) + "b".repeat(61);
        String longest = "a".repeat(64) + "@" + domain;
        assertThat(new Email(longest).value()).hasSize(254);
        assertThatIllegalArgumentException().isThrownBy(() -> new Email(longest + "b"));
    }
}
