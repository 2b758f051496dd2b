import time


def next_job() -> str:
    time.sleep(1)
    return "picture"


def work_on(job: str) -> None:
    time.sleep(3)
    print(f"{job} done", flush=True)


print("Waiting for jobs", flush=True)
try:
    while True:
        work_on(next_job())
except KeyboardInterrupt:
    # Python raises this for SIGINT. The jobs that are left go back to the queue.
    print("Giving back what is left", flush=True)
