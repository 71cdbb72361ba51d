#!/bin/sh
# Starts Valkey with the password of the secret file: on the command line, every process could read it.
set -eu
umask 077
password=$(cat /run/secrets/redis-password)
{
    cat /etc/valkey/valkey.conf
    printf 'requirepass "%s"\n' "$password"
} > /run/valkey/valkey.conf
exec valkey-server /run/valkey/valkey.conf
