package dev.bulkhead.migrate.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

    /** From Authelia's reference guide on passwords, where it is the hash of "password". */
    private static final String OF_AUTHELIA =
            "$argon2id$v=19$m=65536,t=3,p=2$BpLnfgDsc2WD8F2q$o/vzA4myCqZZ36bUGsDY//8mKUYNZZaR0t4MFFSs+iM";

    @Test
    void aHashThatAutheliaMadeIsReadAndMatchesItsPasswordAlone() {
        PasswordHash hash = PasswordHash.parse(OF_AUTHELIA).orElseThrow();
        assertThat(hash.matches("password".toCharArray())).isTrue();
        assertThat(hash.matches("passwort".toCharArray())).isFalse();
    }

    @Test
    void aHashMadeHereHasAutheliasCostsAndASaltOfItsOwn() {
        PasswordHash one = PasswordHash.of("Äpfel und Birnen".toCharArray());
        PasswordHash two = PasswordHash.of("Äpfel und Birnen".toCharArray());
        assertThat(one.text()).matches("\\$argon2id\\$v=19\\$m=65536,t=3,p=4\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(one).isNotEqualTo(two);
        assertThat(one.matches("Äpfel und Birnen".toCharArray())).isTrue();
        assertThat(PasswordHash.parse(one.text())).contains(one);
    }

    @Test
    void aPasswordIsNoHash() {
        assertThat(PasswordHash.parse("correct horse battery staple")).isEmpty();
        assertThat(PasswordHash.parse("$argon2i$v=19$m=65536,t=3,p=2$BpLnfgDsc2WD8F2q$o/vzA4myCqZZ36bUGsDY"))
                .isEmpty();
    }
}
