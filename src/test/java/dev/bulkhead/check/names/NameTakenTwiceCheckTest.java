package dev.bulkhead.check.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bulkhead.check.lint.Linted;
import org.junit.jupiter.api.Test;

class NameTakenTwiceCheckTest {

    @Test
    void findsAnAliasThatIsTheNameOfAnotherService() throws Exception {
        assertThat(Linted.compose("""
                services:
                  db: {image: "postgres:17", networks: [back]}
                  other:
                    image: mariadb:11.8
                    networks:
                      back: {aliases: [db]}
                networks: {back: }
                """).lines("name-taken-twice"))
                .containsExactly(
                        "warning 6:14 On network back the name db means db and also other (an alias); which one answers is chance.");
    }

    @Test
    void findsAContainerNameThatIsTheNameOfAnotherService() throws Exception {
        assertThat(Linted.compose("""
                services:
                  db: {image: "postgres:17"}
                  old: {image: "postgres:16", container_name: db}
                """).lines("name-taken-twice"))
                .containsExactly(
                        "warning 3:31 On network default the name db means db and also old (its container_name); which one answers is chance.");
    }

    @Test
    void onlyMentionsAnAliasThatTwoServicesShare() throws Exception {
        assertThat(Linted.compose("""
                services:
                  one: {image: "nginx:1.29", networks: {back: {aliases: [pool]}}}
                  two: {image: "nginx:1.29", networks: {back: {aliases: [pool]}}}
                networks: {back: }
                """).lines("name-taken-twice"))
                .containsExactly(
                        "info 3:48 On network back the name pool means one (an alias) and also two (an alias); which one answers is chance.");
    }

    @Test
    void isContentOnSeparateNetworksAndInProfilesThatExcludeEachOther() throws Exception {
        assertThat(Linted.compose("""
                services:
                  db: {image: "postgres:17", networks: [back], profiles: [new]}
                  away: {image: "postgres:16", networks: {front: {aliases: [db]}}}
                  old: {image: "postgres:16", networks: {back: {aliases: [db, old]}}, profiles: [old]}
                networks: {back: , front: }
                """).lines("name-taken-twice")).isEmpty();
    }

    /** moby/moby#39204, docker/compose#7317: both answer, on 20.10.24 and 28.5.2. */
    @Test
    void findsAHostNameThatTwoServicesHave() throws Exception {
        assertThat(Linted.compose("""
                services:
                  mail: {image: busybox:1.36, hostname: relay}
                  archive:
                    image: busybox:1.36
                    hostname: relay
                  web: {image: busybox:1.36}
                """).lines("name-taken-twice"))
                .containsExactly(
                        "warning 2:31 On network default the name relay means archive (its hostname) and also mail (its hostname); which one answers is chance.");
    }
}
