# Asks whether the service is ready. The image has neither curl nor wget, and starting the program for every check would cost
# more than the answer.
set -euo pipefail
exec 3<>/dev/tcp/127.0.0.1/5080
printf 'GET /health/ready HTTP/1.0\r\n\r\n' >&3
read -r status <&3
[[ $status == *' 200 '* ]]
