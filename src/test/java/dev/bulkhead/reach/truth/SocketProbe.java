package dev.bulkhead.reach.truth;

import dev.bulkhead.testing.Commands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Probe of many sockets at once from one network namespace: one program for all of them, since each costs a small machine time. */
final class SocketProbe {

    /** Says {@code heard ADDRESS PORT} for each argument where somebody of a trial answers; Perl is a part of every Debian. */
    private static final String PROGRAM = """
            use strict; use Socket qw(:all); use Fcntl;
            my %open;
            for my $socket (@ARGV) {
              my ($address, $port) = split ' ', $socket;
              my $six = $address =~ /:/;
              socket(my $handle, $six ? AF_INET6 : AF_INET, SOCK_STREAM, 0) or next;
              fcntl($handle, F_SETFL, fcntl($handle, F_GETFL, 0) | O_NONBLOCK);
              my $to = $six ? pack_sockaddr_in6($port, inet_pton(AF_INET6, $address))
                            : pack_sockaddr_in($port, inet_pton(AF_INET, $address));
              connect($handle, $to) or $!{EINPROGRESS} or next;
              $open{fileno $handle} = {handle => $handle, socket => $socket, connected => 0, text => ''};
            }
            my ($connected, $answered) = (time + 3, time + 10);
            while (%open && time < $answered) {
              my ($read, $write) = ('', '');
              for my $number (keys %open) {
                if ($open{$number}{connected}) { vec($read, $number, 1) = 1 } else { vec($write, $number, 1) = 1 }
              }
              select($read, $write, undef, 0.2);
              for my $number (keys %open) {
                my $one = $open{$number};
                if (!$one->{connected}) {
                  if (vec($write, $number, 1)) {
                    if (unpack('i', getsockopt($one->{handle}, SOL_SOCKET, SO_ERROR))) { delete $open{$number}; next }
                    shutdown($one->{handle}, 1);
                    $one->{connected} = 1;
                  } elsif (time > $connected) { delete $open{$number} }
                } elsif (vec($read, $number, 1)) {
                  my $got = sysread($one->{handle}, my $more, 4096);
                  $one->{text} .= $more if $got;
                  if ($one->{text} =~ /answers|outside/) { print "heard $one->{socket}\\n"; delete $open{$number} }
                  elsif (!$got) { delete $open{$number} }
                }
              }
            }
            """;

    private SocketProbe() {}

    /**
     * Returns the sockets at which somebody answers.
     *
     * @param entering what a command line begins with whose program is to run in the namespace
     * @param sockets addresses and ports, {@code ADDRESS PORT}
     */
    static Set<String> heard(List<String> entering, Collection<String> sockets) throws IOException {
        List<String> command = new ArrayList<>(entering);
        command.addAll(List.of("perl", "-e", PROGRAM));
        command.addAll(sockets);
        Commands.Output output = Commands.run(Map.of(), Path.of("/"), command);
        if (output.exitCode() != 0) {
            throw new IOException(output.toString());
        }
        return output.output()
                .lines()
                .map(line -> line.substring("heard ".length()))
                .collect(Collectors.toSet());
    }
}
