# Makes a container image ready: pulls it where it is not there. POSIX sh; run by a run's supervisor as its env.sh, prints the build log.
# Above this text stands the assignment IMAGE.
describe() { docker image inspect --format '{{.Id}}{{range .RepoDigests}} {{.}}{{end}}' "$IMAGE" 2>/dev/null; }

found=$(describe)
if [ -n "$found" ]; then
    echo "The image $IMAGE is here: $found"
    exit 0
fi
echo "Pulling the image $IMAGE."
docker pull "$IMAGE" || {
    code=$?
    echo "The image $IMAGE could not be pulled (docker ended with code $code)."
    exit $code
}
echo "The image $IMAGE is here: $(describe)"
