#!/bin/sh
# Starts Bulkhead with the Java that came with it; what is on the PATH or in JAVA_HOME does not matter.
here=$(readlink -f "$0")
app=${here%/bin/*}/lib/app
run=${here%/bin/*}/lib/runtime/bin/java
class_path=@CLASS_PATH@

# A command is over before what the second compiler makes of it pays; the window has a record of its own.
case ${1-} in
tour) kind=window ;;
@COMMANDS@) kind=command ;;
"" | --engine*) kind=window ;;
*) if [ -e "$1" ]; then kind=window; else kind=command; fi ;;
esac
if [ "$kind" = command ]; then
    exec "$run" -XX:AOTCache="$app/command.aot" -XX:TieredStopAtLevel=1 -XX:-UsePerfData @OPTIONS@ \
        -cp "$class_path" dev.bulkhead.app.Main "$@"
fi
export @WINDOW_ENVIRONMENT@
exec "$run" -XX:AOTCache="$app/window.aot" @WINDOW_OPTIONS@ @OPTIONS@ -cp "$class_path" dev.bulkhead.app.Main "$@"
