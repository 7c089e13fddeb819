package dev.bulkhead.migrate.iteration.hardening.backup;

/** Script of the backup service: a restore is tried at its start, then volumes are backed up again and again. */
final class BackupScript {

    /** Where the restore test leaves how many files it compared. */
    static final String PROVEN = "/tmp/proven";

    static final String FAILED = "/tmp/failed";

    /**
     * For BusyBox as for any shell. {@code set -e} would not hold within a function that is tried with {@code ||}, so each
     * step says itself what a failure means.
     */
    static final String TEXT = """
            #!/bin/sh
            # Backups with restic: what is mounted below /data goes to /repository every INTERVAL seconds.
            # At its start a restore is tried: files are backed up, restored beside, compared byte by byte, removed again.
            #   docker compose exec volume-backup restic snapshots
            #   docker compose exec volume-backup sh /backup.sh prove
            umask 077
            scratch=/tmp/restore-test

            prove() {
                rm -rf "$scratch"
                mkdir -p "$scratch/of" || return 1
                date >"$scratch/of/probe" || return 1
                : >"$scratch/begun"
                { echo "$scratch/of/probe"; find /data -type f -size -2048 | head -n 500; } >"$scratch/list"
                restic -q --no-cache backup --host volumes --tag restore-test --files-from-verbatim "$scratch/list" || return 1
                restic -q --no-cache restore latest --host volumes --tag restore-test --target "$scratch/restored" || return 1
                compared=0
                while IFS= read -r file; do
                    # What was written meanwhile is another file by now.
                    [ -e "$file" ] && [ ! "$file" -nt "$scratch/begun" ] || continue
                    cmp "$file" "$scratch/restored$file" || return 1
                    compared=$((compared + 1))
                done <"$scratch/list"
                [ "$compared" -gt 0 ] || return 1
                for id in $(restic --no-cache snapshots --json --tag restore-test | grep -o '"short_id":"[0-9a-f]*"' | cut -d '"' -f 4); do
                    restic -q --no-cache forget "$id" || return 1
                done
                rm -rf "$scratch"
                echo "$compared files were backed up, restored, compared and removed again" | tee /tmp/proven
            }

            backup() {
                restic -q --no-cache backup --host volumes --tag volumes /data &&
                    restic -q --no-cache forget --host volumes --tag volumes --prune \\
                        --keep-hourly 24 --keep-daily 7 --keep-weekly 5 --keep-monthly 12 &&
                    restic -q --no-cache check
            }

            if [ "${1:-run}" = prove ]; then
                prove
                exit
            fi
            trap 'exit 0' TERM INT
            rm -f /tmp/proven /tmp/failed
            restic -q --no-cache cat config >/dev/null 2>&1 || restic -q --no-cache init || touch /tmp/failed
            prove || prove || prove || touch /tmp/failed
            while :; do
                if [ -e /tmp/proven ] && backup; then
                    rm -f /tmp/failed
                    echo "backed up at $(date)"
                else
                    touch /tmp/failed
                fi
                sleep "${INTERVAL:-86400}" &
                wait $!
                [ -e /tmp/proven ] || prove
            done
            """;

    private BackupScript() {}
}
