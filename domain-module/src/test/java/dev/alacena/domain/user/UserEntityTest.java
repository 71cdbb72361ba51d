package dev.alacena.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a change leaves as it is, and what users may not change of themselves. */
class UserEntityTest {

    private static UserProfile profile(String email, @Nullable Boolean active) {
        return new UserProfile("ana", new Email(email), "Ana", active);
    }

    private static UserEntity ana(boolean active) {
        return new UserEntity(profile("ana@example.org", active));
    }

    @Test
    void whatIsNotSaidOfTakingPartStaysAsItIs() {
        UserEntity inactive = ana(false);
        inactive.change(profile("ana@example.org", null));
        assertThat(inactive.isOwnChange(profile("ana@example.org", false))).isTrue();
        assertThat(inactive.isOwnChange(profile("ana@example.org", true))).isFalse();
    }

    @Test
    void newUsersTakePartUnlessTheContraryIsSaid() {
        UserEntity user = new UserEntity(profile("ana@example.org", null));
        assertThat(user.isOwnChange(profile("ana@example.org", true))).isTrue();
    }

    @Test
    void nobodyActivatesOrDeactivatesThemself() {
        assertThat(ana(true).isOwnChange(profile("ana@example.org", false))).isFalse();
        assertThat(ana(false).isOwnChange(profile("ana@example.org", true))).isFalse();
        assertThat(ana(false).isOwnChange(profile("ana@example.org", null))).isTrue();
    }

    @Test
    void nobodyChoosesAnotherAddressButAnotherSpellingIsTheSame() {
        assertThat(ana(true).isOwnChange(profile("bea@example.org", true))).isFalse();
        assertThat(ana(true).isOwnChange(profile("ANA@Example.org", true))).isTrue();
    }
}
