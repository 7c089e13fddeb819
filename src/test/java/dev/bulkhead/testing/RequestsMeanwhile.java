package dev.bulkhead.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests that are made again and again while something else happens, a few of each a second. */
public final class RequestsMeanwhile implements AutoCloseable {

    /** Asks every socket in turn until its input ends, then says {@code ASKED FAILED} and where. */
    private static final String PROGRAM = """
            use strict; use Socket;
            my ($asked, %failed) = (0);
            $| = 1;
            while (1) {
              for my $socket (@ARGV) {
                my ($address, $port) = split ' ', $socket;
                my $answer = '';
                eval {
                  local $SIG{ALRM} = sub { die };
                  alarm 15; # a busy machine is no fault
                  socket(my $handle, AF_INET, SOCK_STREAM, 0) or die;
                  connect($handle, pack_sockaddr_in($port, inet_aton($address))) or die;
                  syswrite($handle, "GET / HTTP/1.0\\r\\n\\r\\n");
                  while (sysread($handle, my $more, 4096)) { $answer .= $more }
                  alarm 0;
                };
                alarm 0;
                $asked++;
                $failed{$socket}++ if $answer !~ /answers/;
              }
              vec(my $input = '', fileno(STDIN), 1) = 1;
              last if select($input, undef, undef, 0.3);
            }
            my $count = 0;
            $count += $_ for values %failed;
            print "$asked $count ", join(', ', map { "$_: $failed{$_}" } sort keys %failed), "\\n";
            """;

    private final Process process;

    private RequestsMeanwhile(Process process) {
        this.process = process;
    }

    /**
     * Begins.
     *
     * @param entering what a command line begins with whose program is to run where the requests come from
     * @param sockets addresses and ports, {@code ADDRESS PORT}
     */
    public static RequestsMeanwhile start(List<String> entering, List<String> sockets) throws IOException {
        List<String> command = new ArrayList<>(entering);
        command.addAll(List.of("perl", "-e", PROGRAM));
        command.addAll(sockets);
        return new RequestsMeanwhile(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /**
     * What became of them.
     *
     * @param failed how many had no answer
     * @param where which of them, for a person
     */
    public record Count(int asked, int failed, String where) {}

    /** Ends and tells what became of them. */
    public Count end() throws IOException {
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        List<String> words = List.of(said.split(" ", 3));
        if (words.size() < 2) {
            throw new IOException("the requests were not counted: " + said);
        }
        return new Count(
                Integer.parseInt(words.get(0)), Integer.parseInt(words.get(1)), words.size() > 2 ? words.get(2) : "");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
