#!/usr/bin/env bash
# Keeps the jobs running on the cluster at $TOCSIN_JOBMANAGER (host:port).
#
# A job that is not there is submitted: from the savepoint named for it, else from its newest
# retained checkpoint, else anew. So a restarted JobManager gets its jobs back by itself, and an
# upgrade is: stop with a savepoint, start the new image. With --once it looks once and ends.
#
#   TOCSIN_JOBMANAGER            host:port of the JobManager's REST endpoint
#   TOCSIN_DATA                  folder that JobManager, TaskManagers and keeper share, default /flink
#   TOCSIN_JARS                  folder of the jobs' jars, default /opt/flink/usrlib
#   TOCSIN_KEEP                  jobs to keep, default "detection dissuasion linking"
#   TOCSIN_SAVEPOINT_DETECTION   start the detection job from this savepoint, once
#   TOCSIN_SAVEPOINT_DISSUASION  the same for the dissuasion job
#   TOCSIN_SAVEPOINT_LINKING     the same for the linking job
#
# The jobs take their own settings from the same environment: docs/reference/settings.md.
set -euo pipefail

data=${TOCSIN_DATA:-/flink}
jars=${TOCSIN_JARS:-/opt/flink/usrlib}
look_again_seconds=20

say() { printf '%s keeper: %s\n' "$(date -u +%FT%TZ)" "$*"; }

class_of() {
  case $1 in
    detection) echo org.tocsin.detection.DetectionJob ;;
    dissuasion) echo org.tocsin.dissuasion.DissuasionJob ;;
    linking) echo org.tocsin.linking.LinkingJob ;;
    *) return 1 ;;
  esac
}

# The newest complete checkpoint: one without _metadata was not finished.
newest_checkpoint() {
  find "$data/checkpoints/$1" -path '*/chk-*/_metadata' -printf '%T@ %h\n' 2>/dev/null | sort -rn | head -n 1 | cut -d ' ' -f 2-
}

# The savepoint that is named for a job, until the job that began with it has a checkpoint of its
# own: one that failed to start, or to restore, has nothing newer to go on from.
savepoint_asked() {
  local variable="TOCSIN_SAVEPOINT_${1^^}" marker="$data/used-savepoint-$1" named newest
  named=${!variable:-}
  newest=$(newest_checkpoint "$1")
  if [ -z "$named" ]; then return; fi
  if [ "$(cat "$marker" 2>/dev/null)" = "$named" ] && [ -n "$newest" ] && [ "$newest/_metadata" -nt "$marker" ]; then return; fi
  echo "$named"
}

submit() {
  local job=$1 from savepoint restore=()
  savepoint=$(savepoint_asked "$job")
  from=${savepoint:-$(newest_checkpoint "$job")}
  if [ -n "$from" ]; then restore=(-s "$from"); fi
  if [ -n "$savepoint" ]; then printf '%s' "$savepoint" >"$data/used-savepoint-$job" || return 1; fi
  say "submitting $job ${from:+from $from}"
  # Checkpoints of each job in a folder of its own, where newest_checkpoint looks for them.
  TOCSIN_CHECKPOINTS="file://$data/checkpoints/$job" \
    flink run -d -m "$TOCSIN_JOBMANAGER" "${restore[@]}" \
    -c "$(class_of "$job")" "$jars/tocsin-$job.jar"
}

# Asked once for all jobs: a list that cannot be had must not look like one without the job.
keep() {
  local list job
  if ! list=$(flink list -m "$TOCSIN_JOBMANAGER" 2>/dev/null); then
    say "the JobManager at $TOCSIN_JOBMANAGER does not answer yet"
    return
  fi
  for job in ${TOCSIN_KEEP:-detection dissuasion linking}; do
    # Running, restarting or being scheduled: Flink itself looks after those.
    grep -q ": $job (" <<<"$list" || submit "$job" || say "$job was not submitted; trying again"
  done
}

keep
while [ "${1:-}" != --once ]; do
  sleep "$look_again_seconds"
  keep
done
