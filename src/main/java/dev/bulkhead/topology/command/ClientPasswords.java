package dev.bulkhead.topology.command;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Passwords that well-known clients are told by options which mean something else to other programs. */
public final class ClientPasswords {

    private static final Pattern MYSQL = Pattern.compile("(.*/)?(mysql|mariadb)(admin|-admin|dump|-dump)?");
    private static final Pattern REDIS = Pattern.compile("(.*/)?(redis|valkey)-cli");
    private static final Pattern WEB = Pattern.compile("(.*/)?curl");

    private ClientPasswords() {}

    /**
     * Returns at which character of a word a password begins; a variable is none.
     *
     * @param words a command in words
     * @param at which of them
     */
    public static OptionalInt in(List<String> words, int at) {
        String word = words.get(at);
        String before = at == 0 ? "" : words.get(at - 1);
        int begin = -1;
        if (word.startsWith("-p") && word.length() > 2 && calls(words, at, MYSQL)) {
            begin = 2;
        } else if ((before.equals("-a") || before.equals("--pass")) && calls(words, at, REDIS)) {
            begin = 0;
        } else if ((before.equals("-u") || before.equals("--user")) && calls(words, at, WEB) && word.contains(":")) {
            begin = word.indexOf(':') + 1;
        }
        return begin < 0 || begin == word.length() || word.indexOf('$', begin) >= 0
                ? OptionalInt.empty()
                : OptionalInt.of(begin);
    }

    private static boolean calls(List<String> words, int before, Pattern program) {
        return words.subList(0, before).stream()
                .anyMatch(word -> program.matcher(word).matches());
    }
}
