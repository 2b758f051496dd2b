#!/bin/sh
docker run --rm --network web --pid container:web busybox:1.37 wget -qO- http://127.0.0.1:8080/health
