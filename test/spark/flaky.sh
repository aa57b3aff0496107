#!/bin/sh
# kritinfo, but for the first stage that comes: that one writes a part of its output and dies, as on a machine that is lost.
# Usage: flaky.sh <marker, a folder that is not there> <arguments of kritinfo...>
marker=$1
shift
case " $* " in
  *" --envelope "*)
    if mkdir "$marker" 2>/dev/null; then
      node dist/cli.js "$@" | head -c 100000
      kill -9 $$
    fi
    ;;
esac
exec node dist/cli.js "$@"
