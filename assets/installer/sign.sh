#!/bin/sh
# Signs a Windows program in place with the certificate of the organisation:
#   SIGN_PFX   the certificate with its key, as a PKCS#12 file
#   SIGN_PASS  a file that holds its password
#   SIGN_TIME  address of a time-stamp server; without one the signature ends with the certificate
# Without SIGN_PFX the program stays as it is.
set -eu
[ -n "${SIGN_PFX:-}" ] || exit 0
set -- "$1" sign -pkcs12 "$SIGN_PFX" ${SIGN_PASS:+-readpass "$SIGN_PASS"} ${SIGN_TIME:+-ts "$SIGN_TIME"} -h sha256 -n "Cơ sở Hội"
program=$1
shift
osslsigncode "$@" -in "$program" -out "$program.signed" >/dev/null
mv "$program.signed" "$program"
echo "Đã ký $program."
