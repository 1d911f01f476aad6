# Asks for Docker as this user, and for GPUs. POSIX sh; reads only. Goes behind limited.sh.
#   sh -s -- SECONDS
# Prints, parted by tabs: user NAME | docker STATE [TEXT] | dockerVersion V | dockerRuntimes NAMES | gpu NAME, MEMORY, DRIVER | gpuState STATE [TEXT]
#   | toolkit NAME
# STATE of Docker: running notInstalled clientOnly noRight newMember notRunning hung broken; of GPUs: found none hung broken
export LC_ALL=C
seconds=$1
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
newline='
'

last_line() { printf '%s' "$1" | sed '/^[[:space:]]*$/d' | tail -n 1 | tr '\t' ' ' | cut -c1-300; }

# In the group by the books, but not in this session: it began before.
is_new_member() {
    me=$(id -un)
    members=$(getent group docker 2>/dev/null || grep '^docker:' /etc/group 2>/dev/null)
    case ",${members##*:}," in
    *",$me,"*) return 0 ;;
    esac
    return 1
}

# How a docker command ended, in words; nothing when its answer says nothing known.
docker_trouble() { # exit code, answer
    case $1:$2 in
    137:* | 124:*) printf 'docker\thung\tno answer within %s s\n' "$seconds" ;;
    *ermission\ denied*)
        if is_new_member; then printf 'docker\tnewMember\n'; else printf 'docker\tnoRight\n'; fi
        ;;
    *annot\ connect* | *onnection\ refused* | *no\ such\ file*)
        if command -v dockerd >/dev/null 2>&1; then printf 'docker\tnotRunning\n'; else printf 'docker\tclientOnly\n'; fi
        ;;
    *) return 1 ;;
    esac
}

docker_state() {
    if ! command -v docker >/dev/null 2>&1; then
        if [ -S /var/run/docker.sock ]; then printf 'docker\tbroken\tthe engine is there, the docker command is not\n'; else printf 'docker\tnotInstalled\n'; fi
        return
    fi
    answer=$(limited "$seconds" docker info --format '{{.ServerVersion}}{{"\n"}}{{range $name, $r := .Runtimes}}{{$name}} {{end}}' 2>&1)
    code=$?
    version=${answer%%"$newline"*}
    case $code:$version in
    0:[0-9]*)
        printf 'docker\trunning\ndockerVersion\t%s\n' "$version"
        printf 'dockerRuntimes\t%s\n' "$(last_line "$answer")"
        return
        ;;
    esac
    docker_trouble "$code" "$answer" && return
    # podman under the name docker knows no such runtimes; docker 20.10 says of an engine that it cannot reach only that the form is wrong.
    answer=$(limited "$seconds" docker version --format '{{.Server.Version}}' 2>&1)
    code=$?
    case $code:$answer in
    0:[0-9]*) printf 'docker\trunning\ndockerVersion\t%s\n' "$(last_line "$answer")" ;;
    *) docker_trouble "$code" "$answer" || printf 'docker\tbroken\t%s\n' "$(last_line "$answer")" ;;
    esac
}

gpu_state() {
    if ! command -v nvidia-smi >/dev/null 2>&1; then
        printf 'gpuState\tnone\n'
        return
    fi
    answer=$(limited "$seconds" nvidia-smi --query-gpu=name,memory.total,driver_version --format=csv,noheader 2>&1)
    code=$?
    case $code in
    0)
        printf 'gpuState\tfound\n'
        printf '%s\n' "$answer" | head -n 32 | while IFS= read -r line; do printf 'gpu\t%s\n' "$(printf '%s' "$line" | tr '\t' ' ' | cut -c1-300)"; done
        ;;
    124 | 137) printf 'gpuState\thung\tno answer within %s s\n' "$seconds" ;;
    *) printf 'gpuState\tbroken\t%s\n' "$(last_line "$answer")" ;;
    esac
}

gpu_state &
printf 'user\t%s\n' "$(id -un 2>/dev/null)"
docker_state
for tool in nvidia-ctk nvidia-container-runtime nvidia-container-cli; do
    command -v "$tool" >/dev/null 2>&1 && printf 'toolkit\t%s\n' "$tool"
done
for file in /etc/cdi/nvidia.yaml /var/run/cdi/nvidia.yaml; do
    [ ! -e "$file" ] || printf 'toolkit\tcdi\n'
done
wait
printf 'end\t1\n'
