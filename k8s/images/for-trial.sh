#!/usr/bin/env bash
# for-trial.sh [OPTION...]: all that k8s/try.sh needs, in target/images: the five images and waymark/trial, and then
# register-service-next.tar, a version 0.1.1-trial of the register with one migration more. Options are those of build.sh.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
"$here/build.sh" "$@"
"$here/build.sh" --with-migration "$here/../trial/V99_1__trial.sql" --version 0.1.1-trial register-service
