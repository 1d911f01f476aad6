# Looks for the tools that build conda environments. POSIX sh. Goes behind limited.sh.
#   sh -s -- SECONDS
# Prints, parted by tabs: conda NAME PATH FIRST-LINE-OF-ITS-VERSION
set -u
seconds=$1
home=${HOME:-/}

ask() {
    [ -f "$2" ] && [ -x "$2" ] || return 1
    version=$(limited "$seconds" "$2" --version 2>/dev/null | head -n 1)
    [ -n "$version" ] || return 1
    printf 'conda\t%s\t%s\t%s\n' "$1" "$2" "$version"
}

for name in micromamba mamba conda; do
    for path in "${MAMBA_EXE:-}" "${CONDA_EXE:-}" "$(command -v $name 2>/dev/null)" "$home/.local/bin/$name" "$home/bin/$name" \
        "$home/miniforge3/bin/$name" "$home/mambaforge/bin/$name" "$home/miniconda3/bin/$name" "$home/anaconda3/bin/$name" \
        "/opt/conda/bin/$name" "/opt/miniconda/bin/$name" "/opt/miniconda3/bin/$name" "/opt/miniforge3/bin/$name" "/anaconda/bin/$name"; do
        [ "${path##*/}" = $name ] || continue
        ask $name "$path" && break
    done
done
exit 0
