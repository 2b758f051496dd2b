#!/bin/sh
docker run --rm --network container:web --pid container:web busybox:1.37 wget -qO- http://web:8080/health
