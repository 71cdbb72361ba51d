#!/bin/sh
# Starts WildFly in a read-only container: all that it writes goes to /tmp. Management stays on the loopback address.
set -eu
home=${WILDFLY_HOME:-/opt/wildfly}
base=${WILDFLY_BASE:-/tmp/standalone}
rm -rf "$base"
cp -R "$home/standalone" "$base"
# The script hands signals on to the server only when it keeps it in the background.
export LAUNCH_JBOSS_IN_BACKGROUND=true
export JAVA_OPTS="${JAVA_OPTS:--XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError -Djava.net.preferIPv4Stack=true}"
exec sh "$home/bin/standalone.sh" -b "${WILDFLY_ADDRESS:-0.0.0.0}" -bmanagement 127.0.0.1 \
    -Djboss.server.base.dir="$base" "$@"
