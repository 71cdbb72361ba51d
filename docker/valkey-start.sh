#!/bin/sh
# Starts Valkey with the users of valkey.acl and the password of the secret file, as its hash: on the command line, every
# process could read it.
set -eu
umask 077
hash=$(tr -d '\n' < /run/secrets/redis-password | sha256sum | cut -d ' ' -f 1)
{
    cat /etc/valkey/valkey.conf
    sed "s/>PASSWORD/#$hash/" /etc/valkey/valkey.acl
} > /run/valkey/valkey.conf
exec valkey-server /run/valkey/valkey.conf
