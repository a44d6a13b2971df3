# Makes the database's passwords on the first start. Each container gets its own as files in /run/secrets that its user alone can
# read; nothing of them is in the project, in an environment or in the log.
set -euo pipefail
umask 077
last=/ledger/ConnectionStrings__Ledger
[ -e $last ] && exit

password() { head -c 24 /dev/urandom | od -An -v -tx1 | tr -d ' \n'; }
password >/database/superuser
password >/database/ledger_owner
password >/database/ledger_service
login() { echo "Host=database;Database=ledger;Username=$1;Password=$(cat "/database/$1")"; }
login ledger_owner >/ledger/ConnectionStrings__Owner
login ledger_service >$last.unfinished
chown -R postgres /database
chown -R 1654 /ledger
mv $last.unfinished $last
